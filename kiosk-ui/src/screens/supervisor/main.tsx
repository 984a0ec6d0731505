import { startStaffApp } from '../../parts/staff-app.tsx'
import { StaffDoor } from '../../parts/staff-door.tsx'
import { SupervisorScreen } from './supervisor-screen.tsx'
import '../../styles/supervisor.css'
import '../../styles/hall-figures.css'

startStaffApp(<StaffDoor holds="supervisor">{(user) => <SupervisorScreen user={user} />}</StaffDoor>)
