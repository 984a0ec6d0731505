import { startStaffApp } from '../../parts/staff-app.tsx'
import { StaffDoor } from '../../parts/staff-door.tsx'
import { CounterScreen } from './counter-screen.tsx'
import '../../styles/counter.css'

startStaffApp(<StaffDoor holds="reception">{(user) => <CounterScreen user={user} />}</StaffDoor>)
