import { startStaffApp } from '../../parts/staff-app.tsx'
import { StaffDoor } from '../../parts/staff-door.tsx'
import { AdminScreen } from './admin-screen.tsx'
import '../../styles/admin.css'

startStaffApp(<StaffDoor holds="administrator">{(user) => <AdminScreen user={user} />}</StaffDoor>)
